package dev.rolewise.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The code that stands for a member where their id must not stand: HMAC-SHA-256 of it under a random key that is made once
 * for a database and kept in it. Who has no key cannot tell whose a code is, nor try ids. Thread-safe; not to be used within
 * a transaction.
 */
final class MemberCodes {
    /** Characters of a code; no id of Discord's is as long. */
    static final int LENGTH = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final Database database;
    private volatile @Nullable SecretKeySpec key;

    MemberCodes(Database database) {
        this.database = database;
    }

    /** The code of a member: {@value #LENGTH} hexadecimal digits. */
    String of(String memberId) {
        SecretKeySpec known = key;
        if (known == null) {
            known = database.write(MemberCodes::made);
            key = known;
        }
        return code(known, memberId);
    }

    private static SecretKeySpec made(Handle handle) {
        byte[] fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        handle.execute(
                "INSERT INTO member_key (name, value) VALUES ('member', ?) ON CONFLICT (name) DO NOTHING",
                (Object) fresh);
        SecretKeySpec key = new SecretKeySpec(
                handle.createQuery("SELECT value FROM member_key WHERE name = 'member'")
                        .mapTo(byte[].class)
                        .one(),
                ALGORITHM);
        codeIds(handle, key);
        return key;
    }

    /** Puts codes in the place of ids that an earlier version has kept. */
    private static void codeIds(Handle handle, SecretKeySpec key) {
        List<String> ids = handle.createQuery("SELECT member_code FROM opted_out WHERE length(member_code) <> :length")
                .bind("length", LENGTH)
                .mapTo(String.class)
                .list();
        for (String id : ids) {
            handle.execute("UPDATE opted_out SET member_code = ? WHERE member_code = ?", code(key, id), id);
        }
    }

    private static String code(SecretKeySpec key, String memberId) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] code = mac.doFinal(memberId.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(code, 0, LENGTH / 2);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
