"""The language server: findings, passages and ids in an editor, before a file is saved."""
