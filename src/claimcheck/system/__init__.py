"""The machine: files, trees, git, atomic writes, the cache, a second process, the terminal."""
