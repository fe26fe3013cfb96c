"""Named queries: one `.sql` file each; its header comment holds title and columns."""
