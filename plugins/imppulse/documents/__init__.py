"""What is said of each record, once, for all outputs."""
