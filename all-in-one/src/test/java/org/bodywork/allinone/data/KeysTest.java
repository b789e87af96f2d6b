package org.bodywork.allinone.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

    @TempDir
    Path root;

    private DataFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = DataFolder.at(root);
        folder.create();
    }

    @Test
    void staysTheSameOnceMade() {
        String made = Keys.of(folder).asLines();

        assertThat(Keys.of(folder).asLines().lines())
                .containsExactlyInAnyOrderElementsOf(made.lines().toList());
    }

    @Test
    void keepsItsFileToItsOwner() throws Exception {
        Keys.of(folder);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("keys"))))
                .isEqualTo("rw-------");
    }

    @Test
    void differsFromFolderToFolder(@TempDir Path other) {
        DataFolder another = DataFolder.at(other);
        another.create();

        assertThat(Keys.of(another).get(Keys.LINK_KEY))
                .isNotEqualTo(Keys.of(folder).get(Keys.LINK_KEY));
    }

    @ParameterizedTest
    @ValueSource(strings = {Keys.CLIENT_KEY, Keys.LINK_KEY, Keys.RECORD_KEY, Keys.SUPPRESSION_KEY})
    void holdsThirtyTwoBytesEach(String name) {
        assertThat(Base64.getDecoder().decode(Keys.fresh().get(name))).hasSize(32);
    }

    @Test
    void holdsAKeysetThatSealsEvents() throws Exception {
        String json = Keys.fresh().get(Keys.EVENT_KEYSET);

        Aead cipher = TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get())
                .getPrimitive(RegistryConfiguration.get(), Aead.class);

        byte[] sealed = cipher.encrypt("plain".getBytes(StandardCharsets.UTF_8), new byte[0]);
        assertThat(cipher.decrypt(sealed, new byte[0])).asString().isEqualTo("plain");
    }

    @Test
    void writesTheKeysetOnOneLine() {
        assertThat(Keys.fresh().get(Keys.EVENT_KEYSET)).doesNotContain("\n");
    }

    @Test
    void tellsNoSecretAsText() {
        Keys keys = Keys.fresh();

        assertThat(keys.toString()).doesNotContain(keys.get(Keys.INTERNAL_TOKEN));
    }
}
