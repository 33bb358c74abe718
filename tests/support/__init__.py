"""What several tests use: projects, documents and servers that they build."""
