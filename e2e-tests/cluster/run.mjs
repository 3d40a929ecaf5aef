// Runs the cluster tests, against a real etcd and kube-apiserver.
import { runJest } from '../lib/runJest.mjs';

await runJest('cluster');
