// The server comes with the next change.
