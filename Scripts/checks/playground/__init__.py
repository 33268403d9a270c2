"""The checks of `vggc playground`: what a browser, a person at it, and somebody who means harm find there."""
