"""The kinds of attack that Scripts/torture makes, a file each; `session` has what they share."""
