package org.bodywork.therapists.listing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortraitTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://pictures.example/me.jpg",
                "javascript:alert(1)",
                "https:me.jpg",
                "https://me:secret@pictures.example/me.jpg",
                "https://pictures.example:8443/me.jpg",
                "https://127.0.0.1/me.jpg",
                "https://[::1]/me.jpg",
                "https://localhost/me.jpg",
                "https://pictures.example/me.jpg#x",
                "https://pictures.example/<me>.jpg",
                "/me.jpg",
                ""
            })
    void aPhotoIsALinkThatAnyBrowserMayFollowSafely(String url) {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> Photo.at(url));
    }

    @Test
    void aPhotoLiesOnAPublicHost() {
        assertThat(Photo.at("https://pictures.example/june/2.jpg?w=400").url()).hasHost("pictures.example");
    }

    @Test
    void aListingHasSixPhotosAtMost() {
        List<Photo> seven = IntStream.range(0, 7)
                .mapToObj(number -> Photo.at("https://pictures.example/" + number))
                .toList();

        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> Portrait.requireFew(seven));
    }

    @Test
    void pressureGoesFromGentleToFirm() {
        assertThat(new PressureRange(Pressure.MEDIUM, Pressure.MEDIUM).to()).isEqualTo(Pressure.MEDIUM);
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> new PressureRange(Pressure.FIRM, Pressure.LIGHT));
    }
}
