"""All arithmetic on figures: suppression first, then rates, averages and comparison."""
