export { type Cluster, startCluster } from './database/embedded/cluster.ts';
