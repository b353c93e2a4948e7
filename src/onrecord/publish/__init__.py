"""What leaves the archive as a file: one module for each format, all from the same outline."""
