"""The checks of `vggc playground` by a browser, its user, and an attacker."""
