# Runs a command: sh commands/run.sh [options of node] commands/<name>.ts [options of the command]. In a developer's checkout it works on
# the stack that runs there, which workshop/scripts/lend-stack.ts lends it; an image for production has no workshop.
lend=
if [ -d workshop ]; then lend='--import ./workshop/scripts/lend-stack.ts'; fi
exec node --import tsx $lend "$@"
