package org.gongkai.testing;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The verifier as built beside the program (验证程序), in a class loader of its own: it shares nothing
 * with the program but the library of points and hashes.
 */
public final class Verifier {
    private static final Path CLASSES = Path.of("..", "verifier", "target", "classes");

    private final MethodHandle read;
    private final MethodHandle verify;
    private final MethodHandle run;

    private Verifier(MethodHandle read, MethodHandle verify, MethodHandle run) {
        this.read = read;
        this.verify = verify;
        this.run = run;
    }

    /** What a command of the program came to: its exit status and the one line it prints. */
    public record Outcome(int status, String line) {}

    /** The verifier; built by {@code mvn -Pquick -pl verifier process-classes}. */
    public static Verifier load() {
        if (!Files.isDirectory(CLASSES)) {
            throw new IllegalStateException(
                    "Build the verifier first: mvn -Pquick -pl verifier process-classes");
        }
        try {
            var loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader());
            var reader = loader.loadClass("org.gongkai.verifier.json.JsonReader");
            var node = loader.loadClass("org.gongkai.verifier.json.Node");
            var verifier = loader.loadClass("org.gongkai.verifier.draw.DrawVerifier");
            var verified = loader.loadClass("org.gongkai.verifier.draw.VerifiedDraw");
            var lookup = MethodHandles.publicLookup();
            var main =
                    loader.loadClass("org.gongkai.verifier.Main")
                            .getDeclaredMethod("run", List.class, PrintStream.class);
            main.setAccessible(true);
            return new Verifier(
                    lookup.findStatic(reader, "read", MethodType.methodType(node, byte[].class)),
                    lookup.findStatic(verifier, "verify", MethodType.methodType(verified, node)),
                    lookup.unreflect(main));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The verifier is not what it was", e);
        }
    }

    /**
     * What the verifier says about a bundle: what it computed, or the word {@code refused}, its
     * kind and the place.
     */
    public String verdict(byte[] bundle) {
        try {
            return verify.invoke(read.invoke(bundle)).toString();
        } catch (RuntimeException refused) {
            if (refused.getClass().getName().equals("org.gongkai.verifier.Refusal")) {
                return "refused: " + refused.getMessage();
            }
            throw refused;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a command as its own {@code main} would: {@code log DIR KEY}. */
    public Outcome run(String... words) {
        var printed = new ByteArrayOutputStream();
        try {
            var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
            var status = (int) run.invoke(List.of(words), out);
            return new Outcome(status, printed.toString(StandardCharsets.UTF_8).strip());
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static URL[] classPath() {
        var library =
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(it -> it.contains("bcprov"))
                        .map(Path::of);
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(CLASSES), library)
                .map(Verifier::url)
                .toArray(URL[]::new);
    }

    private static URL url(Path path) {
        try {
            return path.toRealPath().toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
