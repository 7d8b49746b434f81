"""The command line: parse, call, print, exit code. Heavy parts are imported inside the command that needs them."""
