"""The subcommands of ``fes standards``, one module each, holding a click ``command``."""
