package dev.prisma4j.testkit.laws;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardOpenOption;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The files of this machine, seen through paths that pass a crash point before every change, and in the middle of writes. */
final class CrashingFiles extends FileSystemProvider {
    private final CrashPoint point;
    private final FileSystem system = new System();

    CrashingFiles(CrashPoint point) {
        this.point = point;
    }

    /** The same path, whose files crash. */
    Path path(Path real) {
        return (Path) Proxy.newProxyInstance(
                CrashingFiles.class.getClassLoader(),
                new Class<?>[] {Path.class, Wrapped.class},
                (self, method, given) -> {
                    switch (method.getName()) {
                        case "real":
                            return real;
                        case "getFileSystem":
                            return system;
                        case "equals":
                            return given[0] instanceof Wrapped other
                                    && other.real().equals(real);
                        case "iterator":
                            return wrapped(real.iterator());
                        default:
                            return call(real, method, given);
                    }
                });
    }

    /** What the wrapped paths can do more than others. */
    public interface Wrapped {
        /** The path on this machine. */
        Path real();
    }

    private Object call(Path real, java.lang.reflect.Method method, Object[] given) throws Throwable {
        Object[] arguments = given == null ? new Object[0] : given.clone();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] instanceof Wrapped wrapped) {
                arguments[i] = wrapped.real();
            }
        }
        try {
            Object result = method.invoke(real, arguments);
            return result instanceof Path path ? path(path) : result;
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static Path real(Path path) {
        return path instanceof Wrapped wrapped ? wrapped.real() : path;
    }

    private Iterator<Path> wrapped(Iterator<Path> paths) {
        List<Path> all = new ArrayList<>();
        paths.forEachRemaining(path -> all.add(path(path)));
        return all.iterator();
    }

    // ---- what changes files

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        boolean writes = options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND);
        if (!writes) {
            return Files.newByteChannel(real(path), options, attributes);
        }
        point.pass("opening " + path.getFileName());
        SeekableByteChannel channel = Files.newByteChannel(real(path), options, attributes);
        return (SeekableByteChannel) Proxy.newProxyInstance(
                CrashingFiles.class.getClassLoader(),
                new Class<?>[] {SeekableByteChannel.class},
                (self, method, given) -> {
                    if (method.getName().equals("write")) {
                        return writeInHalves(channel, (ByteBuffer) given[0], path);
                    }
                    try {
                        return method.invoke(channel, given);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    private int writeInHalves(SeekableByteChannel channel, ByteBuffer bytes, Path path) throws IOException {
        int all = bytes.remaining();
        int end = bytes.limit();
        point.pass("writing " + path.getFileName());
        bytes.limit(bytes.position() + all / 2);
        channel.write(bytes);
        point.pass("writing the other half of " + path.getFileName());
        bytes.limit(end);
        channel.write(bytes);
        return all;
    }

    @Override
    public void createDirectory(Path path, FileAttribute<?>... attributes) throws IOException {
        point.pass("making the folder " + path.getFileName());
        Files.createDirectory(real(path), attributes);
    }

    @Override
    public void delete(Path path) throws IOException {
        point.pass("deleting " + path.getFileName());
        Files.delete(real(path));
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        point.pass("moving " + source.getFileName() + " to " + target.getFileName());
        Files.move(real(source), real(target), options);
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        point.pass("copying to " + target.getFileName());
        Files.copy(real(source), real(target), options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        Files.setAttribute(real(path), attribute, value, options);
    }

    // ---- what only looks

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path path, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        DirectoryStream<Path> real = Files.newDirectoryStream(real(path), entry -> filter.accept(path(entry)));
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return wrapped(real.iterator());
            }

            @Override
            public void close() throws IOException {
                real.close();
            }
        };
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return Files.readAttributes(real(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return Files.readAttributes(real(path), attributes, options);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        return Files.getFileAttributeView(real(path), type, options);
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        FileSystems.getDefault().provider().checkAccess(real(path), modes);
    }

    @Override
    public boolean isSameFile(Path path, Path other) throws IOException {
        return Files.isSameFile(real(path), real(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return Files.isHidden(real(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return Files.getFileStore(real(path));
    }

    // ---- what nobody needs

    @Override
    public String getScheme() {
        return "crashing";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return system;
    }

    @Override
    public Path getPath(URI uri) {
        throw new UnsupportedOperationException();
    }

    private final class System extends FileSystem {
        @Override
        public FileSystemProvider provider() {
            return CrashingFiles.this;
        }

        @Override
        public void close() {}

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public boolean isReadOnly() {
            return false;
        }

        @Override
        public String getSeparator() {
            return FileSystems.getDefault().getSeparator();
        }

        @Override
        public Iterable<Path> getRootDirectories() {
            return List.of();
        }

        @Override
        public Iterable<FileStore> getFileStores() {
            return List.of();
        }

        @Override
        public Set<String> supportedFileAttributeViews() {
            return Set.of("basic");
        }

        @Override
        public Path getPath(String first, String... more) {
            return path(Path.of(first, more));
        }

        @Override
        public PathMatcher getPathMatcher(String pattern) {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher(pattern);
            return path -> matcher.matches(real(path));
        }

        @Override
        public UserPrincipalLookupService getUserPrincipalLookupService() {
            throw new UnsupportedOperationException();
        }

        @Override
        public WatchService newWatchService() {
            throw new UnsupportedOperationException();
        }
    }
}
