"""Each claim beside what its sources say: anchored, whose word it is, and its status."""
