# Attaches xdp-drop.o and tc-account.o to a pair of interfaces in a network namespace, and shows what is attached.
ip link add left type veth peer name right
ip link set left up
ip link set dev left xdpgeneric obj xdp-drop.o sec xdp
ip link show dev left
tc qdisc add dev right clsact
tc filter add dev right ingress bpf direct-action obj tc-account.o sec tc
tc filter show dev right ingress
