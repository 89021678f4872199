"""`python -m tests.knockouts`: each rule of the prover taken away by itself, and a false text that then passes."""
