"""One plain function a verb: no Click, no printing, a value as result."""
