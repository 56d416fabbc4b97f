import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;

/**
 * mongo-java-server over one H2 file: EmbeddedMongoDb FILE. Prints its port, and stops when its standard input ends, which
 * the kernel sees to even when the parent is killed.
 */
public final class EmbeddedMongoDb {

    /** As it comes, the server reports wire version 8 (MongoDB 5.0); MongoDB's driver 7 refuses less than 9. */
    private enum Version implements MongoVersion {
        MONGO_6_0;

        @Override
        public List<Integer> getVersionArray() {
            return List.of(6, 0, 0);
        }

        @Override
        public int getWireVersion() {
            return 17;
        }
    }

    /**
     * As it comes, H2 commits once a second and the server answers before that. Here nothing is answered before it is in
     * the file, and a commit never falls between a command's write of a document and its write of the index.
     */
    private static final class DurableBackend extends H2Backend {
        /** Everything else is taken for a write; an aggregate can be one ($out, $merge). */
        private static final Set<String> READS = Set.of("find", "getMore", "count", "distinct", "ismaster", "hello", "ping");

        private final ReadWriteLock lock = new ReentrantReadWriteLock();
        private long commits;

        DurableBackend(MVStore store) {
            super(store);
        }

        @Override
        public Document handleMessage(MongoMessage message) {
            boolean reads = READS.contains(message.getDocument().keySet().iterator().next());
            Lock held = reads ? lock.readLock() : lock.writeLock();
            held.lock();
            try {
                // The reply holds the stored documents themselves, which an update changes in place: once the lock is
                // released, the next command would change what is being sent.
                return super.handleMessage(message).cloneDeeply();
            } finally {
                if (!reads) {
                    commit(); // also after an error: a batch may have been written in part
                }
                held.unlock();
            }
        }

        /** Auto-commit would also compact: without it, 20,000 inserts, one a commit, made 450 MB, with this 85 MB. */
        @Override
        public void commit() {
            getMvStore().commit();
            if (++commits % 500 == 0) {
                getMvStore().compact(50, 16 << 20);
            }
        }
    }

    public static void main(String[] arguments) throws Exception {
        MVStore store = new MVStore.Builder().fileName(arguments[0]).autoCommitDisabled().open();
        // The space of overwritten data is used again at once, not after 45 s, or each update would add 20 KB to the file.
        // That delay guards against a disk that reorders writes at a power cut, not against kill -9.
        store.setRetentionTime(0);
        MongoServer server = new MongoServer(new DurableBackend(store).version(Version.MONGO_6_0));
        server.bind(new InetSocketAddress("127.0.0.1", 0));
        System.out.println("listening on " + server.getLocalAddress().getPort());
        System.in.transferTo(java.io.OutputStream.nullOutputStream());
        server.shutdownNow();
        System.exit(0);
    }
}
