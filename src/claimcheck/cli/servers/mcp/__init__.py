"""The server of the Model Context Protocol: the project's tools for agents."""
