# Runs a command: sh commands/run.sh [options of node] commands/<name>.ts [options of the command]. An image for production has no workshop,
# and runs what was built. In a developer's checkout a command runs from its sources, on the stack that runs there, which
# workshop/scripts/lend-stack.ts lends it.
if [ -d workshop ]; then exec node --import tsx --import ./workshop/scripts/lend-stack.ts "$@"; fi
exec node --require ./dist/loader.cjs "$@"
