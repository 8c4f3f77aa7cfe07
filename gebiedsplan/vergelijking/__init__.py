"""All areas of a samenwerking side by side in one year: their figures, and what they do."""
