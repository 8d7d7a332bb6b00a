"""What a map tells: pure functions from a project's snapshot to results and findings.

Each analysis takes `MapFacts`, which gathers what one map holds; `findings` runs all the rules.
Snapshots never change, so all of this may run in another thread.
"""
