"""IMPPULSE: the guide on police-population relations, from records to site and PDF."""
