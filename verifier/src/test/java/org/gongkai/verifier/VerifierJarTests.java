package org.gongkai.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.gongkai.verifier.draw.CertificateTests;
import org.gongkai.verifier.json.JsonText;
import org.gongkai.verifier.testing.Vectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The jar people download")
class VerifierJarTests {
    private static final Path JAR = Path.of("target", "verifier.jar").toAbsolutePath();
    private static final long MEGABYTE = 1_000_000;
    private static final int JAVA_17 = 61;
    private static final Pattern OTHER_CODE =
            Pattern.compile("org[/.]gongkai[/.](?!verifier)|org[/.]springframework");

    @TempDir Path folder;

    @Test
    void isSmallerThanTenMegabytes() throws IOException {
        assertThat(Files.size(JAR)).isLessThan(10 * MEGABYTE);
    }

    @Test
    void runsOnJava17() throws IOException {
        List<String> newer = new ArrayList<>();
        try (var jar = new JarFile(JAR.toFile())) {
            for (JarEntry each : classes(jar)) {
                try (var in = new DataInputStream(jar.getInputStream(each))) {
                    in.readInt();
                    in.readUnsignedShort();
                    if (in.readUnsignedShort() > JAVA_17) {
                        newer.add(each.getName());
                    }
                }
            }
            assertThat(classes(jar)).hasSizeGreaterThan(100);
        }
        assertThat(newer).isEmpty();
    }

    @Test
    void sharesNoCodeWithTheProgram() throws IOException {
        List<String> foreign = new ArrayList<>();
        try (var jar = new JarFile(JAR.toFile())) {
            for (JarEntry each : classes(jar)) {
                assertThat(each.getName())
                        .matches("org/(gongkai/verifier|bouncycastle|jspecify)/.*");
                try (var in = jar.getInputStream(each)) {
                    String names = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
                    if (OTHER_CODE.matcher(names).find()) {
                        foreign.add(each.getName());
                    }
                }
            }
        }
        assertThat(foreign).isEmpty();
    }

    @Test
    void judgesThePublishedExample() throws Exception {
        Path bundle = Files.write(folder.resolve("bundle.json"), example());
        Path forged =
                Files.writeString(
                        folder.resolve("forged.json"),
                        new String(example(), StandardCharsets.UTF_8)
                                .replace("3f76212d", "3f76212e"));

        assertThat(run("draw", bundle)).startsWith("0 有效").contains("Valid").hasLineCount(1);
        assertThat(
                        run(
                                "draw",
                                Files.writeString(
                                        folder.resolve("drand"), JsonText.of(BeaconDraws.drand()))))
                .startsWith("0 有效");
        assertThat(
                        run(
                                "draw",
                                Files.writeString(
                                        folder.resolve("nist"), JsonText.of(BeaconDraws.nist()))))
                .startsWith("0 有效");
        assertThat(
                        run(
                                "certificate",
                                Files.writeString(
                                        folder.resolve("certificate"),
                                        JsonText.of(CertificateTests.certificate(1)))))
                .startsWith("0 有效")
                .contains("未给出日志公钥");
        assertThat(run("draw", forged)).startsWith("1 不符").contains("/expect/result_root");
        assertThat(run("draw", JAR)).startsWith("2 格式错误");
        assertThat(run("draw", folder.resolve("nothing"))).startsWith("3 无法读取");
        assertThat(run("dice", bundle)).startsWith("3 ").contains("usage");
    }

    private static byte[] example() {
        return Vectors.bytes("vdraw-open-small-sha256.json");
    }

    private static List<JarEntry> classes(JarFile jar) {
        return jar.stream().filter(it -> it.getName().endsWith(".class")).toList();
    }

    @Test
    void saysOnStandardErrorWhatIsBeingRecomputed() throws Exception {
        Path bundle = Files.write(folder.resolve("bundle.json"), example());
        Process process = program("draw", bundle).redirectOutput(Redirect.DISCARD).start();

        assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .hasLineCount(5)
                .startsWith("1/5 核对名录和清单")
                .contains("5/5 重算变更");
        assertThat(process.waitFor()).isZero();
    }

    private static ProcessBuilder program(String command, Path file) {
        return new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                JAR.toString(),
                command,
                file.toString());
    }

    private static String run(String command, Path file) throws Exception {
        Process process = program(command, file).redirectError(Redirect.DISCARD).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + said.stripTrailing();
    }
}
