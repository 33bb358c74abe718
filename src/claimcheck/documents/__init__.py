"""What comes from outside: fetched, read in a child process; documents and models' answers."""
