"""What editors write: one typed model per kind of record, loaded with the place of every value."""
