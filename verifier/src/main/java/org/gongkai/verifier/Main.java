package org.gongkai.verifier;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.gongkai.verifier.draw.Certificate;
import org.gongkai.verifier.draw.DrawInLog;
import org.gongkai.verifier.draw.DrawVerifier;
import org.gongkai.verifier.draw.Stage;
import org.gongkai.verifier.draw.VerifiedDraw;
import org.gongkai.verifier.json.JsonReader;
import org.gongkai.verifier.json.Node;
import org.gongkai.verifier.log.Keys;
import org.gongkai.verifier.log.LogCommand;
import org.gongkai.verifier.log.NoteKey;
import org.gongkai.verifier.log.Witness;
import org.gongkai.verifier.rfc3797.Rfc3797;

/**
 * The program: {@code java -jar verifier.jar draw bundle.json} and its like. One line on standard
 * output, Chinese first; what is being recomputed on standard error; exit status 0 valid, 1 differs
 * or forged, 2 malformed, 3 cannot be read or wrong use.
 */
public final class Main {
    private static final String USAGE =
            "draw BUNDLE [DIR KEY [RECEIPT]] | certificate CERT [KEY] | rfc3797 FILE | log DIR|FILE KEY [OTHER]"
                    + " | witness DIR new NAME | witness DIR REQUEST ANSWER";

    private Main() {}

    /** Runs one command and ends with its status. */
    public static void main(String[] arguments) {
        var out =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var err =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out, it -> err.println(it.line())));
    }

    /**
     * Runs one command and says in one line what came of it.
     *
     * @return the exit status
     */
    static int run(List<String> arguments, PrintStream out) {
        return run(arguments, out, stage -> {});
    }

    /** The same, telling each stage of a draw as it begins. */
    static int run(List<String> arguments, PrintStream out, Consumer<Stage> progress) {
        try {
            out.println(command(arguments, progress));
            return 0;
        } catch (Refusal refusal) {
            out.println(line(refusal));
            return refusal.kind().exitStatus();
        } catch (OutOfMemoryError tooLarge) {
            out.println(
                    "无法读取：内存不足，请用 java -Xmx4g -jar 运行。Cannot be read: not enough memory; run with java -Xmx4g -jar.");
            return Refusal.Kind.UNREADABLE.exitStatus();
        }
    }

    private static String command(List<String> arguments, Consumer<Stage> progress) {
        String command = arguments.isEmpty() ? "" : arguments.get(0);
        List<String> rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
        return switch (command + " " + rest.size()) {
            case "draw 1" -> line(DrawVerifier.verify(read(rest.get(0)), progress));
            case "draw 3", "draw 4" -> drawInLog(rest, progress);
            case "certificate 1" -> certificate(read(rest.get(0)), List.of());
            case "certificate 2" -> certificate(read(rest.get(0)), Keys.read(rest.get(1)));
            case "rfc3797 1" -> rfc3797(read(rest.get(0)));
            case "log 2", "log 3" -> LogCommand.run(rest);
            case "witness 3" -> witness(rest);
            default -> throw Refusal.unreadable("用法 " + USAGE, "usage " + USAGE);
        };
    }

    private static String line(VerifiedDraw draw) {
        return String.format(
                "有效：抽取 %s（第 %d 号），%d 户，空缺 %d 席，变更 %d 次，与重新计算完全一致；清单哈希 %s，结果根 %s。"
                        + "Valid: draw %s (no. %d), %d visits, %d empty seats, %d amendments, all as recomputed.",
                draw.drawId(),
                draw.seq(),
                draw.visits(),
                draw.unfilled(),
                draw.amendments(),
                draw.manifestHash(),
                draw.resultRoot(),
                draw.drawId(),
                draw.seq(),
                draw.visits(),
                draw.unfilled(),
                draw.amendments());
    }

    private static String drawInLog(List<String> arguments, Consumer<Stage> progress) {
        Node bundle = read(arguments.get(0));
        VerifiedDraw draw = DrawVerifier.verify(bundle, progress);
        int index =
                LogCommand.compare(
                        arguments.subList(1, arguments.size()),
                        (leaves, witnessed) -> DrawInLog.verify(bundle, draw, leaves, witnessed));
        return line(draw)
                + String.format(
                        " 日志：冻结为第 %d 条，冻结、随机源、结果的先后与变更的理由相符。"
                                + "Log: frozen as leaf %d; order of freeze, sources and result, and reasons of amendments agree.",
                        index, index);
    }

    private static String certificate(Node file, List<NoteKey> keys) {
        Certificate.Verified found = Certificate.verify(file, keys);
        String team = String.join("、", found.team());
        return String.format(
                "有效：抽取 %s 的第 %d 号记录，检查对象 %s，执法人员 %s，结果于 %s 记入日志；%s。"
                        + "Valid: record %d of draw %s, entity %s, team %s, logged %s; %s.",
                found.draw(),
                found.visit(),
                found.entity(),
                team,
                found.time(),
                found.signed() ? "日志签名真实" : "未给出日志公钥，签名未核对",
                found.visit(),
                found.draw(),
                found.entity(),
                team,
                found.time(),
                found.signed()
                        ? "the log's signature is genuine"
                        : "no key of the log was given, so its signature was not checked");
    }

    private static String rfc3797(Node file) {
        List<List<Integer>> selections = Rfc3797.recompute(file);
        return "有效：按 RFC 3797 重新计算，依次抽中 Valid: recomputed after RFC 3797, selected in order: "
                + selections.stream().map(List::toString).toList();
    }

    /** Makes a witness, or lets one answer: the only command that writes. */
    private static String witness(List<String> arguments) {
        try {
            var witness = Witness.in(Path.of(arguments.get(0)), Clock.systemUTC());
            if (arguments.get(1).equals("new")) {
                return "见证人公钥 Key of the witness: " + witness.create(arguments.get(2));
            }
            Path answer = Path.of(arguments.get(2));
            Files.writeString(answer, witness.answer(Files.readString(Path.of(arguments.get(1)))));
            return "已见证，签名行在 Cosigned; the line is in " + answer;
        } catch (IOException | InvalidPathException unreadable) {
            throw Refusal.unreadable("读不到请求或写不了回复", "cannot read the request or write the answer");
        }
    }

    private static Node read(String file) {
        try {
            return JsonReader.read(Files.readAllBytes(Path.of(file)));
        } catch (IOException | InvalidPathException unreadable) {
            throw Refusal.unreadable("读不到文件 " + file, "cannot read " + file);
        }
    }

    private static String line(Refusal refusal) {
        String head =
                switch (refusal.kind()) {
                    case DIFFERS -> "不符 Differs";
                    case MALFORMED -> "格式错误 Malformed";
                    case UNREADABLE -> "无法读取 Cannot be read";
                };
        String place = refusal.path().isEmpty() ? "" : " " + refusal.path();
        String values =
                refusal.expected() == null
                        ? ""
                        : "；重算为 computed " + refusal.expected() + "，文件为 found " + refusal.actual();
        return head + place + "：" + refusal.chinese() + " " + refusal.english() + values;
    }
}
