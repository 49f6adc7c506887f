"""One module for each kind of record: what is said of it, and which sections each view shows."""
