"""Values to text: one folder a view, one file a format."""
