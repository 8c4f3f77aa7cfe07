"""All arithmetic on figures that may be shown: rates, averages and comparison."""
