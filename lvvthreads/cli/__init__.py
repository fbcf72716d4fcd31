"""The door for the shell: one command a verb, and what all of them share in how they speak and end."""

from lvvthreads.cli.commands import main
from lvvthreads.cli.corrections import corrections
from lvvthreads.cli.evaluate import evaluate
from lvvthreads.cli.simulate import simulate

main.add_command(corrections)
main.add_command(evaluate)
main.add_command(simulate)

__all__ = ["main"]
