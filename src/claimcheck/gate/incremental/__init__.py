"""The same check with a memory: what cannot have changed is not looked at again."""
