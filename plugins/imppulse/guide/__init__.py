"""What the records mean together: references resolved, prose parsed, gaps found."""
