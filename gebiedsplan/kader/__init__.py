"""What the samenwerking agreed: read from kader.toml."""
