"""What figures show: effects, designs, verdicts, and the strength of claims."""
