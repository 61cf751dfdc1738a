"""The core's figures as text: scale, factors, margins, what changed."""
