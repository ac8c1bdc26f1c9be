"""Support for the book: figures, quiz directives, the build."""
