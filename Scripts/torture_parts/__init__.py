"""The kinds of attack that Scripts/torture makes, one file each; `session` has the shared code."""
