"""Every rule that records are held to, and the pipeline that runs them."""
