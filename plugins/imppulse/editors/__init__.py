"""The command line for editors."""
