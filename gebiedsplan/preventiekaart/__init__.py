"""All there is to do in all areas together, for who refers somebody to it."""
