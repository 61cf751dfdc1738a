"""The application in a browser: :func:`assistant.tui.serve.server.serve` runs it."""
