package org.bodywork.allinone.benchmark;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Invented listings in any number, five therapists a practice. */
final class ManyListings {

    private static final int PER_PRACTICE = 5;

    static final String HEADER = "practice_id,practice_name,practice_kind,practice_phone,practice_email,"
            + "location_id,location_name,street,city,state,zip,area,lat,lon,zone,rooms,therapist_id,therapist_name,"
            + "pronouns,gender,email,languages,modalities,conditions,approach,licence_number,licence_state,"
            + "licence_expires,licence_checked,treatments,hours,instant,demo\n";

    private static final String ROW = "NAME-practice-%1$d,Practice %1$d,wellness-center,+13145550112,"
            + "practice-%1$d@demo.example,main,Tower Grove South,%1$d Morganford Rd,St. Louis,MO,63116,st-louis,38.6013,"
            + "-90.2664,America/Chicago,Acorn;Oak,NAME-%2$d,Therapist %2$d,,woman,NAME-%2$d@demo.example,en;es,"
            + "swedish;hot-stone,back-pain:9;poor-sleep:7,I begin slowly.,,,,,"
            + "swedish-60|Swedish massage 60|swedish|60|95.00|15;hot-stone-60|Hot stone 60|hot-stone|60|105.00|15,"
            + "mon 09:00-12:00 13:00-17:00;tue 10:00-17:00;thu 10:00-17:00,true,true\n";

    private ManyListings() {}

    /** As many rows as wanted are no more in memory than one: the file is on the disk. */
    static Path file(Path folder, String name, int rows) throws IOException {
        Path file = folder.resolve(name + ".csv");
        try (Writer writer = Files.newBufferedWriter(file)) {
            writer.write(HEADER);
            String row = ROW.replace("NAME", name);
            for (int number = 0; number < rows; number++) {
                writer.write(row.formatted(number / PER_PRACTICE, number));
            }
        }
        return file;
    }

    /** The last row of such a file, with the header. */
    static String lastOf(String name, int rows) {
        return HEADER + ROW.replace("NAME", name).formatted((rows - 1) / PER_PRACTICE, rows - 1);
    }
}
