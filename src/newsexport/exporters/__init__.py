"""The built-in exporters, one format each; they come in by the plugin door like everyone else."""
