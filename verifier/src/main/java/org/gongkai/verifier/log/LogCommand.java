package org.gongkai.verifier.log;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkai.verifier.Refusal;
import org.gongkai.verifier.json.Canonical;
import org.jspecify.annotations.Nullable;

/**
 * {@code log WHAT KEY [OTHER]}: checks a copy of the log (OTHER: a checkpoint seen before), a
 * receipt (OTHER: the leaf), an add-checkpoint request (OTHER: the checkpoint before), or the
 * signatures of a checkpoint.
 */
public final class LogCommand {
    private LogCommand() {}

    /** Checks it and says what was found. */
    public static String run(List<String> arguments) {
        Path what = path(arguments.get(0));
        List<NoteKey> keys = Keys.read(arguments.get(1));
        String other = arguments.size() > 2 ? arguments.get(2) : "";
        if (Files.isDirectory(what)) {
            return folder(what, keys, other);
        }
        String text = text(what);
        if (LogProof.isOne(text)) {
            return receipt(text, keys, other);
        }
        if (AddCheckpoint.isOne(text)) {
            return growth(text, keys, other);
        }
        Checkpoint checkpoint = Checkpoint.read(text).verify(keys);
        return "有效：检查点签名真实；Valid: the checkpoint is signed by its log; " + of(checkpoint, keys);
    }

    /** Judges something by all leaves of a log. */
    public interface Judge {
        /**
         * @param witnessed when a quorum had seen the leaf of the receipt, if there is one
         * @return the index of the leaf it began with, which must be that of the receipt
         */
        int judge(List<Leaf> leaves, Optional<Instant> witnessed);
    }

    /**
     * {@code DIR KEY [RECEIPT]}: replays the log and lets something be judged by it. The receipt is
     * of the leaf the judge begins with; more than half of the witnesses whose keys are given are a
     * quorum.
     */
    public static int compare(List<String> arguments, Judge judge) {
        List<NoteKey> keys = Keys.read(arguments.get(1));
        LogFolder log = LogFolder.open(path(arguments.get(0)));
        log.checkpoint().verify(keys);
        if (arguments.size() < 3) {
            return judge.judge(LogRules.check(log.replay(List.of())), Optional.empty());
        }
        LogProof receipt = LogProof.read(text(path(arguments.get(2)))).verify(keys);
        long witnesses =
                keys.stream().filter(NoteKey::isWitness).map(NoteKey::name).distinct().count();
        List<Leaf> leaves = LogRules.check(log.replay(List.of(receipt.checkpoint())));
        Optional<Instant> witnessed = receipt.checkpoint().witnessed(keys, (int) witnesses / 2 + 1);
        if (witnesses > 0 && witnessed.isEmpty()) {
            throw Refusal.forged(
                    "",
                    "收据没有过半见证人的签名",
                    "the receipt is not signed by more than half of the witnesses");
        }
        int index = judge.judge(leaves, witnessed);
        if (receipt.index() != index) {
            throw Refusal.forged("", "收据不是这一条的", "the receipt is of another leaf");
        }
        receipt.verify(Canonical.bytes(leaves.get(index).node()));
        return index;
    }

    private static String folder(Path what, List<NoteKey> keys, String other) {
        LogFolder log = LogFolder.open(what);
        log.checkpoint().verify(keys);
        List<Checkpoint> older =
                other.isEmpty()
                        ? List.of()
                        : List.of(Checkpoint.read(text(path(other))).verify(keys));
        LogRules.check(log.replay(older));
        return "有效：日志全部条目与签名的根一致，合乎公开规则；Valid: all leaves of the log lead to its signed root and keep its rules; "
                + of(log.checkpoint(), keys);
    }

    private static String receipt(String text, List<NoteKey> keys, String leafFile) {
        if (leafFile.isEmpty()) {
            throw Refusal.unreadable(
                    "收据之外还要给出日志条目的文件：log 收据 公钥 条目", "give the leaf too: log PROOF KEY LEAF");
        }
        LogProof proof = LogProof.read(text);
        proof.verify(keys);
        byte[] leaf = withoutLineBreak(bytes(path(leafFile)));
        proof.verify(leaf);
        return String.format(
                "有效：日志第 %d 条就是这一条；Valid: this is entry %d of the log; %s",
                proof.index(), proof.index(), of(proof.checkpoint(), keys));
    }

    /** An editor may have put a line break behind the leaf: no leaf ends with one. */
    private static byte[] withoutLineBreak(byte[] leaf) {
        int end = leaf.length;
        while (end > 0 && (leaf[end - 1] == '\n' || leaf[end - 1] == '\r')) {
            end--;
        }
        return java.util.Arrays.copyOf(leaf, end);
    }

    private static String growth(String text, List<NoteKey> keys, String oldFile) {
        AddCheckpoint request = AddCheckpoint.read(text);
        request.checkpoint().verify(keys);
        request.verifyGrowthFrom(old(request, keys, oldFile));
        return "有效：新检查点由旧检查点增长而来；Valid: the new checkpoint grows out of the old one; "
                + of(request.checkpoint(), keys);
    }

    private static @Nullable Checkpoint old(
            AddCheckpoint request, List<NoteKey> keys, String file) {
        if (request.oldSize() == 0) {
            return null;
        }
        if (file.isEmpty()) {
            throw Refusal.unreadable(
                    "还要给出旧检查点：log 请求 公钥 旧检查点", "give the old checkpoint too: log REQUEST KEY OLD");
        }
        Checkpoint old = Checkpoint.read(text(path(file))).verify(keys);
        if (old.size() != request.oldSize()
                || !old.origin().equals(request.checkpoint().origin())) {
            throw Refusal.forged(
                    "", "旧检查点不是请求所说的那一个", "not the checkpoint the request starts from");
        }
        return old;
    }

    private static String of(Checkpoint checkpoint, List<NoteKey> keys) {
        return String.format(
                "%s，%d 条 leaves，%d 名见证人 witnesses。",
                checkpoint.origin(), checkpoint.size(), checkpoint.witnesses(keys));
    }

    private static Path path(String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException noPath) {
            throw Refusal.unreadable("读不到文件 " + file, "cannot read " + file);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw Refusal.unreadable("读不到文件 " + file, "cannot read " + file);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException notText) {
            throw Refusal.malformed("", "不是 UTF-8 文本：" + file, "not UTF-8 text: " + file);
        } catch (IOException unreadable) {
            throw Refusal.unreadable("读不到文件 " + file, "cannot read " + file);
        }
    }
}
