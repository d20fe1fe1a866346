"""Places that a reader of news knows: states, capitals, large cities and regions, as English writes them."""

from __future__ import annotations


def _names(rows: str) -> frozenset[str]:
    return frozenset(name.strip() for name in rows.replace("\n", " ").split(",") if name.strip())


STATES = _names("""
Afghanistan, Albania, Algeria, Andorra, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan, Bahamas, Bahrain, Bangladesh, Barbados, Belarus,
Belgium, Belize, Benin, Bhutan, Bolivia, Bosnia, Bosnia and Herzegovina, Botswana, Brazil, Brunei, Bulgaria, Burkina Faso, Burma, Burundi, Cambodia, Cameroon,
Canada, Cape Verde, Central African Republic, Chad, Chile, China, Colombia, Comoros, Congo, Democratic Republic of Congo, Democratic Republic of the Congo,
Costa Rica, Croatia, Cuba, Cyprus, Czech Republic, Czechia, Denmark, Djibouti, Dominica, Dominican Republic, East Timor, Ecuador, Egypt, El Salvador,
Equatorial Guinea, Eritrea, Estonia, Eswatini, Ethiopia, Fiji, Finland, France, Gabon, Gambia, Georgia, Germany, Ghana, Greece, Greenland, Grenada, Guatemala,
Guinea, Guinea-Bissau, Guyana, Haiti, Honduras, Hong Kong, Hungary, Iceland, India, Indonesia, Iran, Iraq, Ireland, Israel, Italy, Ivory Coast, Jamaica, Japan,
Jordan, Kazakhstan, Kenya, Kiribati, Kosovo, Kuwait, Kyrgyzstan, Laos, Latvia, Lebanon, Lesotho, Liberia, Libya, Liechtenstein, Lithuania, Luxembourg,
Madagascar, Malawi, Malaysia, Maldives, Mali, Malta, Marshall Islands, Mauritania, Mauritius, Mexico, Micronesia, Moldova, Monaco, Mongolia, Montenegro,
Morocco, Mozambique, Myanmar, Namibia, Nauru, Nepal, Netherlands, New Zealand, Nicaragua, Niger, Nigeria, North Korea, North Macedonia, Northern Ireland,
Norway, Oman, Pakistan, Palau, Palestine, Panama, Papua New Guinea, Paraguay, Peru, Philippines, Poland, Portugal, Puerto Rico, Qatar, Romania, Russia, Rwanda,
Saint Lucia, Samoa, San Marino, Saudi Arabia, Senegal, Serbia, Seychelles, Sierra Leone, Singapore, Slovakia, Slovenia, Solomon Islands, Somalia, Somaliland,
South Africa, South Korea, South Sudan, Spain, Sri Lanka, Sudan, Suriname, Sweden, Switzerland, Syria, Taiwan, Tajikistan, Tanzania, Thailand, Togo, Tonga,
Trinidad and Tobago, Tunisia, Turkey, Türkiye, Turkmenistan, Tuvalu, Uganda, Ukraine, United Arab Emirates, United Kingdom, United States, Uruguay,
Uzbekistan, Vanuatu, Vatican, Venezuela, Vietnam, Western Sahara, Yemen, Zambia, Zimbabwe, Britain, Great Britain, England, Scotland, Wales, US, U.S., USA, UK,
U.K., UAE, Soviet Union, USSR, Yugoslavia, Czechoslovakia
""")
CITIES = _names("""
Kabul, Tirana, Algiers, Luanda, Buenos Aires, Yerevan, Canberra, Vienna, Baku, Manama, Dhaka, Minsk, Brussels, Porto-Novo, Thimphu, La Paz, Sarajevo, Gaborone,
Brasilia, Brasília, Sofia, Ouagadougou, Bujumbura, Phnom Penh, Yaounde, Yaoundé, Ottawa, Bangui, N'Djamena, Beijing, Bogota, Bogotá, Kinshasa, Brazzaville, Zagreb,
Havana, Nicosia, Prague, Copenhagen, Santo Domingo, Quito, Cairo, San Salvador, Malabo, Asmara, Tallinn, Addis Ababa, Helsinki, Paris, Libreville, Banjul,
Tbilisi, Berlin, Accra, Athens, Guatemala City, Conakry, Port-au-Prince, Tegucigalpa, Budapest, Reykjavik, New Delhi, Delhi, Jakarta, Tehran, Baghdad, Dublin,
Jerusalem, Tel Aviv, Rome, Yamoussoukro, Abidjan, Tokyo, Amman, Astana, Nairobi, Pristina, Kuwait City, Bishkek, Vientiane, Riga, Beirut, Monrovia, Tripoli,
Benghazi, Vilnius, Antananarivo, Lilongwe, Kuala Lumpur, Bamako, Valletta, Nouakchott, Mexico City, Chisinau, Chișinău, Ulaanbaatar, Podgorica, Rabat, Maputo,
Naypyidaw, Yangon, Windhoek, Kathmandu, Amsterdam, The Hague, Wellington, Auckland, Managua, Niamey, Abuja, Lagos, Pyongyang, Skopje, Oslo, Muscat, Islamabad,
Karachi, Lahore, Ramallah, Gaza City, Port Moresby, Asuncion, Asunción, Lima, Manila, Warsaw, Lisbon, Doha, Bucharest, Moscow, Saint Petersburg, St Petersburg,
Kigali, Riyadh, Jeddah, Dakar, Belgrade, Freetown, Bratislava, Ljubljana, Mogadishu, Pretoria, Johannesburg, Cape Town, Durban, Seoul, Juba, Madrid,
Barcelona, Colombo, Khartoum, Paramaribo, Stockholm, Bern, Geneva, Zurich, Damascus, Aleppo, Taipei, Dushanbe, Dar es Salaam, Bangkok, Lomé, Tunis, Ankara,
Istanbul, Ashgabat, Kampala, Kyiv, Kiev, Kharkiv, Odesa, Odessa, Donetsk, Mariupol, Abu Dhabi, Dubai, London, Edinburgh, Cardiff, Belfast, Glasgow, Manchester,
Birmingham, Liverpool, Washington, New York, New York City, Los Angeles, Chicago, Houston, Philadelphia, San Francisco, Boston, Seattle, Miami, Toronto, Montreal,
Vancouver, Montevideo, Tashkent, Port Vila, Caracas, Hanoi, Ho Chi Minh City, Sanaa, Aden, Lusaka, Harare, Sydney, Melbourne, Brisbane, Perth, Shanghai,
Shenzhen, Guangzhou, Wuhan, Mumbai, Kolkata, Chennai, Bengaluru, Bangalore, Hyderabad, Osaka, Hiroshima, Sao Paulo, São Paulo, Rio de Janeiro, Milan, Naples,
Turin, Munich, Frankfurt, Hamburg, Cologne, Marseille, Lyon, Strasbourg, Mosul, Basra, Kandahar, Kunduz, Rafah, Khan Younis, Mecca, Medina, Tigray, Darfur
""")
REGIONS = _names("""
Gaza, Gaza Strip, West Bank, Crimea, Donbas, Donbass, Kashmir, Kurdistan, Catalonia, Bavaria, Siberia, Chechnya, Xinjiang, Tibet, Africa, Asia, Europe,
North America, South America, Latin America, Central America, Middle East, Central Asia, Southeast Asia, South-East Asia, East Africa, West Africa,
Western Europe, Eastern Europe, Antarctica, Arctic, Balkans, Caucasus, Sahel, Sinai, Golan Heights, Caribbean, Mediterranean, Black Sea, Red Sea, South China Sea,
Baltic Sea, North Sea, Persian Gulf, Strait of Hormuz, Suez Canal, Panama Canal, Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut,
Delaware, Florida, Hawaii, Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota, Mississippi,
Missouri, Montana, Nebraska, Nevada, New Hampshire, New Jersey, New Mexico, North Carolina, North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island,
South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont, West Virginia, Wisconsin, Wyoming, Ontario, Quebec, Alberta, British Columbia, New South Wales,
Queensland, Tasmania, Punjab, Kerala, Sindh, Balochistan, Okinawa, Hokkaido
""")
KNOWN = STATES | CITIES | REGIONS
# Names of people and things too: places only behind a preposition of place.
DOUBTFUL = frozenset(
    "Jordan Georgia Chad Sofia Paris Lima Santiago Washington Victoria Dominica Carolina Perth Monaco Niger Mali Guinea Panama Cyprus Milan".split()
)
SAME = {"US": "United States", "U.S.": "United States", "USA": "United States", "UK": "United Kingdom", "U.K.": "United Kingdom",
        "UAE": "United Arab Emirates", "Kiev": "Kyiv", "Türkiye": "Turkey", "Odessa": "Odesa", "New York City": "New York"}  # fmt: skip
