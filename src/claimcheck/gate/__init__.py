"""The rules run over an assessment, with the baseline and the base of a change."""
