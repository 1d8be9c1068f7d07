package org.gongkai.platform.operations;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a backup file (备份文件): a zip whose last entry lists the SHA-256 of every other one, and
 * whose comment, the end of the file, is the SHA-256 of all before it. It gets its name only when
 * all of it is on the disk.
 */
final class ArchiveWriter implements AutoCloseable {
    private final Path file;
    private final Path unfinished;
    private final FileChannel channel;
    private final ZipOutputStream zip;
    private final StringBuilder checksums = new StringBuilder();
    private boolean finished;

    ArchiveWriter(Path file) throws IOException {
        this.file = file;
        this.unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        this.channel =
                FileChannel.open(
                        unfinished,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        this.zip = new ZipOutputStream(Channels.newOutputStream(channel), StandardCharsets.UTF_8);
    }

    /** What puts the content of an entry. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    void add(String name, Content content) throws IOException {
        MessageDigest digest = Checksums.sha256();
        zip.putNextEntry(new ZipEntry(name));
        content.writeTo(new LeftOpen(new DigestOutputStream(zip, digest)));
        zip.closeEntry();
        checksums.append(HexFormat.of().formatHex(digest.digest()));
        checksums.append("  ").append(name).append('\n');
    }

    void add(String name, String text) throws IOException {
        add(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Adds the list of checksums and gives the file its name. */
    void finish() throws IOException {
        byte[] list = checksums.toString().getBytes(StandardCharsets.UTF_8);
        zip.putNextEntry(new ZipEntry(Checksums.ENTRY));
        zip.write(list);
        zip.closeEntry();
        zip.setComment(Checksums.PLACE);
        zip.finish();
        byte[] seal = Checksums.ofAllBefore(unfinished).getBytes(StandardCharsets.US_ASCII);
        channel.write(ByteBuffer.wrap(seal), channel.size() - seal.length);
        channel.force(true);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        finished = true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (!finished) {
            Files.deleteIfExists(unfinished);
        }
    }

    /** An entry's end is not the archive's end. */
    private static final class LeftOpen extends FilterOutputStream {
        LeftOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
